/** The message of V8 at its heap limit, in Node and Deno. */
export const V8_OUT_OF_MEMORY = /JavaScript (heap )?out of memory/i;
