%% The contract with the harness: parses arguments, reports checkpoints and counts tasks.
-module(contract).
-export([request/0, number/2, checkpoint/1, checkpoint/2, heap/1, timed/1]).
-export([reset/0, enter/0, leave/0, live/0, queued/1, proof/0]).

%% The arguments of the program: WORKLOAD TASKS [key=value ...].
request() ->
    [Workload, Tasks | Pairs] = init:get_plain_arguments(),
    Parameters = maps:from_list([parameter(Pair) || Pair <- Pairs]),
    {Workload, list_to_integer(Tasks), Parameters}.

parameter(Pair) ->
    [Key, Value] = string:split(Pair, "="),
    {list_to_atom(Key), element(1, string:to_float(with_fraction(Value)))}.

with_fraction(Value) ->
    case lists:member($., Value) of
        true -> Value;
        false -> Value ++ ".0"
    end.

number(Key, Parameters) -> maps:get(Key, Parameters).

checkpoint(Name) -> checkpoint(Name, []).

%% Reports a checkpoint, then blocks this process while the harness reads the program's memory.
checkpoint(Name, Facts) ->
    io:format("checkpoint ~s~s~n", [Name, [io_lib:format(" ~s=~w", [K, V]) || {K, V} <- Facts]]),
    case io:get_line("") of
        eof -> halt(3); % stdin is closed: the harness is gone
        _ -> ok
    end.

%% With heap=1, the memory that the runtime reports; otherwise nothing.
heap(#{heap := Heap}) when Heap > 0 -> [{heap_bytes, erlang:memory(total)}];
heap(_) -> [].

%% Returns the result of a function and its duration.
timed(Work) ->
    {Microseconds, Result} = timer:tc(Work),
    {Result, {seconds, Microseconds / 1.0e6}}.

%% Every task calls enter() first, which returns how many have started, and leave() last. These atomic counters are the
%% only memory that the processes share.
-define(STARTED, 1).
-define(FINISHED, 2).
-define(LIVE_PEAK, 3).

reset() -> persistent_term:put(counts, atomics:new(3, [])).

enter() ->
    Counts = persistent_term:get(counts),
    Started = atomics:add_get(Counts, ?STARTED, 1),
    raise_peak(Counts, Started - atomics:get(Counts, ?FINISHED)),
    Started.

raise_peak(Counts, Live) ->
    raise_peak(Counts, Live, atomics:get(Counts, ?LIVE_PEAK)).

raise_peak(Counts, Live, Peak) when Live > Peak ->
    case atomics:compare_exchange(Counts, ?LIVE_PEAK, Peak, Live) of
        ok -> ok;
        Higher -> raise_peak(Counts, Live, Higher)
    end;
raise_peak(_, _, _) -> ok.

leave() -> atomics:add(persistent_term:get(counts), ?FINISHED, 1).

get_count(Which) -> atomics:get(persistent_term:get(counts), Which).

live() -> {live, get_count(?STARTED) - get_count(?FINISHED)}.

%% The facts of "queued": the backlog is created and waits.
queued(Backlog) -> [{started, Backlog}, {finished, get_count(?FINISHED)}].

%% The task counts, reported at "finished" as proof of the work.
proof() ->
    [
        {started, get_count(?STARTED)},
        {finished, get_count(?FINISHED)},
        {live_peak, get_count(?LIVE_PEAK)}
    ].
