// Holds every answer that passes through fetch() to the service's own description, /openapi.json.
import Ajv2020 from "ajv/dist/2020.js";

function matcher(path) {
  const pattern = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${pattern}/?$`);
}

// Replaces fetch() by one that throws when an answer is not as described.
export async function holdAnswersTo(host) {
  const description = await (await fetch(`${host}/openapi.json`)).json();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(description, "api");
  const paths = Object.entries(description.paths).map(([path, operations]) => ({ path, operations, pattern: matcher(path) }));
  paths.sort((a, b) => (a.path.match(/\{/g) ?? []).length - (b.path.match(/\{/g) ?? []).length);
  const pointer = (...parts) => "api#/" + parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await plain(input, init);
    const url = new URL(typeof input === "string" || input instanceof URL ? input : input.url);
    const method = (init?.method ?? input.method ?? "GET").toLowerCase();
    const found = paths.find(({ pattern, operations }) => pattern.test(url.pathname) && operations[method]);
    if (!found) throw new Error(`${method} ${url.pathname} is not described`);
    const responses = found.operations[method].responses;
    const status = [String(response.status), `${Math.floor(response.status / 100)}XX`].find((name) => responses[name]);
    if (!status) throw new Error(`${method} ${url.pathname}: status ${response.status} is not described`);
    const content = responses[status].content;
    if (content?.["application/json"]) {
      const validate = ajv.getSchema(pointer("paths", found.path, method, "responses", status, "content", "application/json", "schema"));
      const body = await response.clone().json();
      if (!validate(body)) throw new Error(`${method} ${url.pathname} ${response.status}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 300)}`);
    }
    return response;
  };
}
