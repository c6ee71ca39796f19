"""Runs the workloads of tasks.py on uvloop, an event loop that uses libuv."""

import tasks
import uvloop

uvloop.run(tasks.main())
