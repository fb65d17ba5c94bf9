"""`python -m lib.bench`: see lib/workbook/bench.py."""

from lib.workbook.bench import command

if __name__ == "__main__":
    command()
