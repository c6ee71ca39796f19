/** What V8 writes at the limit of its heap, under Node and under Deno. */
export const V8_OUT_OF_MEMORY = /JavaScript (heap )?out of memory/i;
