"""Reads the text of every cell of a Word document by python-docx; prints time and peak memory of this process.

Cells are made from their elements: `row.cells` goes through the whole table for every row.
"""

import io
import json
import resource
import sys
import time

import docx
from docx.table import _Cell

with open(sys.argv[1], "rb") as file:
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
