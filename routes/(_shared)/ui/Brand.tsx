/** The mark (the sun over two ridges) and the name, as a link to the home page. */
export function Brand() {
  return (
    <a class="brand" href="/">
      <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect class="mark-sky" width="32" height="32" rx="9" />
        <circle class="mark-sun" cx="22" cy="10.5" r="3.5" />
        <path class="mark-far" d="M32 18.5 25 14l-8 9 15 5z" />
        <path class="mark-near" d="M0 23 11 12l12 13 9-2a9 9 0 0 1-9 9H9a9 9 0 0 1-9-9z" />
      </svg>
      <span>DOVMS</span>
    </a>
  );
}
