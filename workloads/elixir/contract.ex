defmodule Contract do
  @moduledoc "The contract with the harness: parses arguments, reports checkpoints and counts tasks."

  @doc "The arguments of the program: WORKLOAD TASKS [key=value ...]."
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

  @doc "Reports a checkpoint, then blocks this process while the harness reads the program's memory."
  def checkpoint(name, facts \\ []) do
    IO.puts(["checkpoint ", name | for({key, value} <- facts, do: " #{key}=#{value}")])
    # stdin is closed: the harness is gone
    if IO.gets("") == :eof, do: System.halt(3)
  end

  @doc "With heap=1, the memory that the runtime reports; otherwise nothing."
  def heap(parameters) do
    if parameters[:heap] == 1.0, do: [heap_bytes: :erlang.memory(:total)], else: []
  end

  @doc "Returns the result of a function and its duration."
  def timed(work) do
    {microseconds, result} = :timer.tc(work)
    {result, [seconds: microseconds / 1_000_000]}
  end

  # Every task calls enter() first, which returns how many have started, and leave() last. These atomic counters are the
  # only memory that the processes share.
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

  @doc "The facts of `queued`: the backlog is created and waits."
  def queued(backlog), do: [started: backlog, finished: count(@finished)]

  @doc "The task counts, reported at `finished` as proof of the work."
  def proof do
    [started: count(@started), finished: count(@finished), live_peak: count(@live_peak)]
  end

  defp counts, do: :persistent_term.get(__MODULE__)
  defp count(which), do: :atomics.get(counts(), which)
end
