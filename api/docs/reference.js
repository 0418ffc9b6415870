/* global SwaggerUIBundle */
// Starts the reference. It is a file of its own because the page's policy allows no script inside the page.

followTheSystemsColours();
nameThisClinic();
SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false, // a token must not outlive the page
  validatorUrl: null, // would send the document to a server elsewhere
  plugins: [withoutWhatThePageSays],
});

function followTheSystemsColours() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

function nameThisClinic() {
  for (const place of document.querySelectorAll(".origin")) place.textContent = location.origin;
}

/** The title and the one server are in the page already. */
function withoutWhatThePageSays() {
  const nothing = () => null;
  return { components: { InfoContainer: nothing, ServersContainer: nothing } };
}
