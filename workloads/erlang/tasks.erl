%% What a concurrent task costs in Erlang: a process.
%% The arguments are WORKLOAD TASKS [key=value ...]   (the contract is in ../README.md)
-module(tasks).
-export([main/0]).
-import(contract, [checkpoint/1, checkpoint/2, enter/0, leave/0, heap/1, number/2, timed/1]).

main() ->
    {Workload, Tasks, Parameters} = contract:request(),
    contract:reset(),
    run(Workload, Tasks, Parameters),
    halt(0).

run("sleep", Tasks, Parameters) ->
    sleep_laps(Tasks, milliseconds(seconds, Parameters), 1, Parameters);
run("lateness", Tasks, Parameters) ->
    lateness:reset(),
    {Main, Pause, Extra} = {self(), milliseconds(seconds, Parameters), milliseconds(extra, Parameters)},
    hold(Tasks, fun() -> punctual(Main, Tasks, Pause, Extra) end, Parameters),
    checkpoint("finished", contract:proof() ++ lateness:facts(Tasks));
run("footprint", Tasks, Parameters) ->
    Laps = round(number(laps, Parameters)),
    sleep_laps(Tasks, milliseconds(pause, Parameters), Laps, Parameters);
run("timer", Tasks, Parameters) ->
    timer(Tasks, milliseconds(seconds, Parameters));
run("spawn", Tasks, _) ->
    spawn_all(Tasks);
run("spawn-backlog", Tasks, Parameters) ->
    spawn_backlog(Tasks, round(number(backlog, Parameters)));
run("spawn-join", Tasks, _) ->
    spawn_join(Tasks).

milliseconds(Key, Parameters) -> round(number(Key, Parameters) * 1000).

sleep_laps(Tasks, Pause, Laps, Parameters) ->
    Main = self(),
    hold(Tasks, fun() -> sleeper(Main, Tasks, Pause, Laps) end, Parameters),
    checkpoint("finished", contract:proof()).

sleeper(Main, Tasks, Pause, Laps) ->
    start(Main, Tasks),
    lap(Pause, Laps),
    leave().

%% A task that notes when it is due, and counts how late it wakes.
punctual(Main, Tasks, Pause, Extra) ->
    start(Main, Tasks),
    Due = lateness:due(Pause),
    timer:sleep(Pause + Extra),
    lateness:count(Due),
    leave().

start(Main, Tasks) ->
    case enter() of
        Tasks -> Main ! all_started;
        _ -> ok
    end.

lap(_, 0) -> ok;
lap(Pause, Laps) ->
    timer:sleep(Pause),
    lap(Pause, Laps - 1).

%% A task that only counts itself.
noop() ->
    enter(),
    leave().

%% N processes, all asleep at once.
hold(Tasks, Task, Parameters) ->
    checkpoint("ready", heap(Parameters)),
    {_, Created} = timed(fun() ->
        create(Tasks, Task),
        receive all_started -> ok end
    end),
    checkpoint("parked", [contract:live(), Created | heap(Parameters)]),
    drain(Tasks).

%% N timers without processes: each sends a message to this process when it fires.
timer(Tasks, Milliseconds) ->
    checkpoint("ready"),
    {_, Created} = timed(fun() ->
        repeat(Tasks, fun() -> erlang:send_after(Milliseconds, self(), fired) end)
    end),
    checkpoint("parked", [Created]),
    repeat(Tasks, fun() -> receive fired -> ok end end),
    checkpoint("finished", [{started, Tasks}, {finished, Tasks}]).

%% The time to create processes. Other schedulers run them immediately, so some finish before the clock stops.
spawn_all(Tasks) ->
    checkpoint("ready"),
    {_, Created} = timed(fun() -> create(Tasks, fun noop/0) end),
    checkpoint("created", [Created]),
    drain(Tasks),
    checkpoint("finished", contract:proof()).

%% The same, with a backlog of processes waiting for a message; without it, they would finish at once.
spawn_backlog(Tasks, Backlog) ->
    checkpoint("ready"),
    Waiting = [spawn_waiting() || _ <- lists:seq(1, Backlog)],
    checkpoint("queued", contract:queued(Backlog)),
    {_, Created} = timed(fun() -> create(Tasks, fun noop/0) end),
    checkpoint("created", [Created]),
    [Pid ! go || Pid <- Waiting],
    drain(Backlog + Tasks),
    checkpoint("finished", contract:proof()).

spawn_waiting() ->
    {Pid, _} = spawn_monitor(fun() -> receive go -> noop() end end),
    Pid.

%% The time to create processes and wait for all of them.
spawn_join(Tasks) ->
    checkpoint("ready"),
    {_, Elapsed} = timed(fun() ->
        create(Tasks, fun noop/0),
        drain(Tasks)
    end),
    checkpoint("finished", contract:proof() ++ [Elapsed]).

create(N, Task) -> repeat(N, fun() -> spawn_monitor(Task) end).

%% A monitor reports the end of its process. Any order will do, so no list of processes is needed.
drain(0) -> ok;
drain(N) ->
    receive
        {'DOWN', _, process, _, normal} -> drain(N - 1)
    end.

repeat(0, _) -> ok;
repeat(N, Work) ->
    Work(),
    repeat(N - 1, Work).
