"""The workloads of tasks.py on asyncio's own event loop."""

import asyncio

import tasks

asyncio.run(tasks.main())
