/** Three ridges along the bottom of the pages before signing in. */
export function Hills() {
  return (
    <svg class="hills" viewBox="0 0 1440 260" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path
        class="hill-far"
        d="M0 120 130 70l90 40L370 30l120 80 110-46 150 76 140-92 130 70 120-52 110 40 130-66 60 30v190H0z"
      />
      <path
        class="hill-mid"
        d="M0 180c120-50 210-70 330-30s190 50 330-10 260-50 390 0 240 40 390-30v150H0z"
      />
      <path class="hill-near" d="M0 225c200-60 420-50 640-10s470 40 800-35v80H0z" />
    </svg>
  );
}
