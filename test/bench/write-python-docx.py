"""Writes a Word document by python-docx for each file of rows in a folder.

Cells are made from their elements: `row.cells` goes through the whole table for every row.
"""

import json
import os
import sys

import docx
from docx.table import _Cell

folder, target = sys.argv[1:]
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
