// A container's health check: is-ready.mjs PORT ends with 0 when /health/ready answers 200, else with 1 and the reason.
const LIMIT_MS = 3_500;

function end(reason) {
  if (reason !== undefined) console.log(reason);
  process.exit(reason === undefined ? 0 : 1);
}

setTimeout(() => end(`no answer in ${LIMIT_MS} ms`), LIMIT_MS);
try {
  const response = await fetch(`http://127.0.0.1:${process.argv[2]}/health/ready`);
  end(response.ok ? undefined : await response.text());
} catch (error) {
  end(String(error.cause ?? error));
}
