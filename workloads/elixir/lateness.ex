defmodule Lateness do
  @moduledoc """
  How late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 µs on. A counter is within 2.2 %.
  """

  @steps 16
  # up to 71 minutes
  @octaves 32

  def reset, do: :persistent_term.put(__MODULE__, :counters.new(@steps * @octaves, []))

  @doc "The moment, this many milliseconds from now, at which a task is due."
  def due(milliseconds), do: now() + milliseconds * 1_000_000

  @doc "Counts a task that wakes now. Earlier than due counts as on time."
  def count(due) do
    microseconds = max((now() - due) / 1_000, 1)
    :counters.add(counters(), 1 + trunc(@steps * :math.log2(microseconds)), 1)
  end

  @doc "The median, the 99th percentile and the maximum, reported at `finished`."
  def facts(tasks) do
    [
      lateness_p50: quantile(0.5 * tasks),
      lateness_p99: quantile(0.99 * tasks),
      lateness_max: quantile(tasks)
    ]
  end

  # The middle of the range that holds the task of this rank, in seconds.
  defp quantile(rank, step \\ 0, counted \\ 0) do
    counted = counted + :counters.get(counters(), 1 + step)

    if counted >= rank,
      do: :math.pow(2, (step + 0.5) / @steps) / 1_000_000,
      else: quantile(rank, step + 1, counted)
  end

  defp now, do: System.monotonic_time(:nanosecond)
  defp counters, do: :persistent_term.get(__MODULE__)
end
