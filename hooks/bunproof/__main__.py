from __future__ import annotations

import sys

from bunproof.cli import main

sys.exit(main())
