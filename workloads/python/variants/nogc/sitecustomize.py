"""Python runs this before the program, when its folder is on PYTHONPATH: the cyclic garbage collector never runs."""

import gc

gc.disable()
