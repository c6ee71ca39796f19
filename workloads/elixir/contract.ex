defmodule Contract do
  @moduledoc "The harness's side of the conversation: arguments in, checkpoints out, tasks counted."

  @doc "What to run, how many tasks, and the workload's parameters: PROGRAM WORKLOAD TASKS [key=value ...]."
  def request do
    [workload, tasks | pairs] = System.argv()

    parameters =
      Map.new(pairs, fn pair ->
        [key, value] = String.split(pair, "=")
        {number, ""} = Float.parse(value)
        {String.to_atom(key), number}
      end)

    {workload, String.to_integer(tasks), parameters}
  end

  @doc "Says where the program is, then blocks this process until the harness has read the program's memory."
  def checkpoint(name, facts \\ []) do
    IO.puts(["checkpoint ", name | for({key, value} <- facts, do: " #{key}=#{value}")])
    # stdin closed: nobody is measuring any more
    if IO.gets("") == :eof, do: System.halt(3)
  end

  @doc "The runtime's own account of its memory, or nothing unless heap=1 asked for it."
  def heap(parameters) do
    if parameters[:heap] == 1.0, do: [heap_bytes: :erlang.memory(:total)], else: []
  end

  @doc "What a function returns, and how long it took."
  def timed(work) do
    {microseconds, result} = :timer.tc(work)
    {result, [seconds: microseconds / 1_000_000]}
  end

  # Every task calls enter() first, which tells how many have started, and leave() last. Processes share nothing but
  # such counters.
  @started 1
  @finished 2
  @live_peak 3

  def reset, do: :persistent_term.put(__MODULE__, :atomics.new(3, []))

  def enter do
    started = :atomics.add_get(counts(), @started, 1)
    raise_peak(started - count(@finished), count(@live_peak))
    started
  end

  defp raise_peak(live, peak) when live > peak do
    case :atomics.compare_exchange(counts(), @live_peak, peak, live) do
      :ok -> :ok
      higher -> raise_peak(live, higher)
    end
  end

  defp raise_peak(_, _), do: :ok

  def leave, do: :atomics.add(counts(), @finished, 1)

  def live, do: [live: count(@started) - count(@finished)]

  @doc "What `queued` tells of a backlog that was created and waits."
  def queued(backlog), do: [started: backlog, finished: count(@finished)]

  @doc "The proof that `finished` carries."
  def proof do
    [started: count(@started), finished: count(@finished), live_peak: count(@live_peak)]
  end

  defp counts, do: :persistent_term.get(__MODULE__)
  defp count(which), do: :atomics.get(counts(), which)
end
