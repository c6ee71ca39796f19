/** The message of the allocators of the Erlang emulator. */
export const BEAM_OUT_OF_MEMORY = /cannot allocate \d+ bytes of memory/i;
