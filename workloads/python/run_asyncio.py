"""Runs the workloads of tasks.py on asyncio's event loop."""

import asyncio

import tasks

asyncio.run(tasks.main())
