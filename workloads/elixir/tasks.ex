defmodule Tasks do
  @moduledoc """
  What a concurrent task costs in Elixir: a `Task`, which is a process that its caller awaits.

  The arguments are WORKLOAD TASKS [key=value ...]   (the contract is in ../README.md)
  """

  import Contract

  def main do
    {workload, tasks, parameters} = request()
    reset()
    run(workload, tasks, parameters)
  end

  defp run("sleep", tasks, parameters) do
    pause = milliseconds(parameters.seconds)
    hold(tasks, parameters, fn -> Process.sleep(pause) end)
  end

  # Tasks that note when they are due, and count how late they wake.
  defp run("lateness", tasks, parameters) do
    Lateness.reset()
    {pause, extra} = {milliseconds(parameters.seconds), milliseconds(parameters.extra)}

    punctual = fn ->
      due = Lateness.due(pause)
      Process.sleep(pause + extra)
      Lateness.count(due)
    end

    hold(tasks, parameters, punctual, fn -> Lateness.facts(tasks) end)
  end

  defp run("footprint", tasks, parameters) do
    {pause, laps} = {milliseconds(parameters.pause), round(parameters.laps)}
    hold(tasks, parameters, fn -> for _ <- 1..laps, do: Process.sleep(pause) end)
  end

  defp run("spawn", tasks, _), do: spawn_all(tasks)
  defp run("spawn-backlog", tasks, parameters), do: spawn_backlog(tasks, round(parameters.backlog))
  defp run("spawn-join", tasks, _), do: spawn_join(tasks)

  defp milliseconds(seconds), do: round(seconds * 1000)

  # N tasks, all asleep at once.
  defp hold(tasks, parameters, sleep, facts \\ fn -> [] end) do
    checkpoint("ready", heap(parameters))
    main = self()

    {pending, created} =
      timed(fn ->
        pending =
          create(tasks, fn ->
            if enter() == tasks, do: send(main, :all_started)
            sleep.()
            leave()
          end)

        receive(do: (:all_started -> :ok))
        pending
      end)

    checkpoint("parked", live() ++ created ++ heap(parameters))
    drain(pending)
    checkpoint("finished", proof() ++ facts.())
  end

  # A task that only counts itself.
  defp noop do
    enter()
    leave()
  end

  # The time to create tasks. Other schedulers run them immediately, so some finish before the clock stops.
  defp spawn_all(tasks) do
    checkpoint("ready")
    {pending, created} = timed(fn -> create(tasks, &noop/0) end)
    checkpoint("created", created)
    drain(pending)
    checkpoint("finished", proof())
  end

  # The same, with a backlog of tasks waiting for a message; without it, they would finish at once.
  defp spawn_backlog(tasks, backlog) do
    checkpoint("ready")

    waiting =
      create(backlog, fn ->
        receive(do: (:go -> :ok))
        noop()
      end)

    checkpoint("queued", queued(backlog))
    {pending, created} = timed(fn -> create(tasks, &noop/0) end)
    checkpoint("created", created)
    for task <- waiting, do: send(task.pid, :go)
    drain(waiting)
    drain(pending)
    checkpoint("finished", proof())
  end

  # The time to create tasks and wait for all of them.
  defp spawn_join(tasks) do
    checkpoint("ready")
    {_, elapsed} = timed(fn -> tasks |> create(&noop/0) |> drain() end)
    checkpoint("finished", proof() ++ elapsed)
  end

  defp create(0, _), do: []
  defp create(n, task), do: for(_ <- 1..n, do: Task.async(task))

  # Accepts results in any order. Awaiting tasks one by one would search a mailbox full of the other results each time.
  defp drain(pending), do: Task.await_many(pending, :infinity)
end
