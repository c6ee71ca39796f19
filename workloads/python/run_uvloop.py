"""The workloads of tasks.py on uvloop, the event loop of libuv."""

import tasks
import uvloop

uvloop.run(tasks.main())
