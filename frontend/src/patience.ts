// Asks for what the server may still be working out: it says so after a moment, and has it when it is asked again.

const BETWEEN = 1000;

/** How the server says that it works on: what it refuses for a longer time is not asked for again. */
const WORKS = "1";

/** Ask, and again after a while as long as the server still works and the answer is `wanted`. */
export async function askPatiently(address: string, wanted: () => boolean = () => true, between = BETWEEN): Promise<Response> {
  for (;;) {
    const answer = await fetch(address);
    const works = (answer.status === 202 || answer.status === 503) && answer.headers.get("Retry-After") === WORKS;
    if (!works || !wanted()) return answer;
    await new Promise((go) => { setTimeout(go, between); });
  }
}
