/**
 * A worker that says when a request is due. It sleeps on a lock, which is exact to a tenth of a millisecond; a timer is
 * late by one or two, and would be what is measured. Told the moments, in milliseconds since 1970, it posts each in turn.
 */
const never = new Int32Array(new SharedArrayBuffer(4));

self.addEventListener("message", ({ data: moments }: MessageEvent<Float64Array>) => {
  for (const due of moments) {
    const wait = due - performance.timeOrigin - performance.now();
    if (wait > 0) Atomics.wait(never, 0, 0, wait);
    self.postMessage(due);
  }
});
