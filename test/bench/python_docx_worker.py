"""What is measured of python-docx: `read DOCUMENT` or `write FOLDER TARGET`.

Cells are made from their elements: `row.cells` goes through the whole table for every row.
"""

import io
import json
import os
import resource
import sys
import time

import docx
from docx.table import _Cell


def read(name):
    """Reads the text of every cell; prints time in ms and peak memory of this process in MB."""
    with open(name, "rb") as file:
        content = io.BytesIO(file.read())
    start = time.perf_counter()
    rows = 0
    for table in docx.Document(content).tables:
        for row in table._tbl.tr_lst:
            texts = [_Cell(cell, table).text for cell in row.tc_lst]
            rows += 1
    spent = (time.perf_counter() - start) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"time": spent, "rows": rows, "peak": peak}))


def write(folder, target):
    """Writes a document for each file of rows in a folder."""
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            rows = json.load(file)
        document = docx.Document()
        table = document.add_table(rows=len(rows), cols=8)
        for row, texts in zip(table._tbl.tr_lst, rows):
            for cell, text in zip(row.tc_lst, texts):
                if text:
                    _Cell(cell, table).text = text
        document.save(os.path.join(target, f"{name}.docx"))


{"read": read, "write": write}[sys.argv[1]](*sys.argv[2:])
