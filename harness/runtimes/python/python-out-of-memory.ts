/** The last line of CPython's traceback. */
export const PYTHON_OUT_OF_MEMORY = /^MemoryError/i;
