module tasktax/workloads

go 1.21
