"""`python -m lib.batch`: see lib/workbook/batch.py."""

import sys

from lib.workbook.batch import main

if __name__ == "__main__":
    sys.exit(main())
