"""What the post about the cost of asyncio tasks describes: the CPU time of creating them, by the process's own clock.

Usage: plain-asyncio.py TASKS
"""

import asyncio
import sys
from time import process_time


async def noop() -> None:
    pass


async def main(tasks: int) -> None:
    start = process_time()
    pending = [asyncio.create_task(noop()) for _ in range(tasks)]
    print(process_time() - start)
    await asyncio.gather(*pending)


asyncio.run(main(int(sys.argv[1])))
