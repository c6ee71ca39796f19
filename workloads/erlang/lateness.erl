%% How late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 us on. A counter is within 2.2 %.
-module(lateness).
-export([reset/0, due/1, count/1, facts/1]).

-define(STEPS, 16).
-define(OCTAVES, 32). % up to 71 minutes

reset() -> persistent_term:put(lateness, counters:new(?STEPS * ?OCTAVES, [])).

%% The moment, this many milliseconds from now, at which a task is due.
due(Milliseconds) -> now_ns() + Milliseconds * 1000000.

%% Counts a task that wakes now. Earlier than due counts as on time.
count(Due) ->
    Microseconds = max((now_ns() - Due) / 1000, 1),
    counters:add(persistent_term:get(lateness), 1 + trunc(?STEPS * math:log2(Microseconds)), 1).

%% The median, the 99th percentile and the maximum, reported at "finished".
facts(Tasks) ->
    [
        {lateness_p50, quantile(0.5 * Tasks, 0, 0)},
        {lateness_p99, quantile(0.99 * Tasks, 0, 0)},
        {lateness_max, quantile(Tasks, 0, 0)}
    ].

%% The middle of the range that holds the task of this rank, in seconds.
quantile(Rank, Step, CountedBefore) ->
    Counted = CountedBefore + counters:get(persistent_term:get(lateness), 1 + Step),
    case Counted >= Rank of
        true -> math:pow(2, (Step + 0.5) / ?STEPS) / 1.0e6;
        false -> quantile(Rank, Step + 1, Counted)
    end.

now_ns() -> erlang:monotonic_time(nanosecond).
