// Asks for what the server may still be working out: it says so after a moment, and has it when it is asked again.

const BETWEEN = 1000;

/** Ask, and again each second while the server still works and the answer is `wanted`. */
export async function askPatiently(address: string, wanted: () => boolean = () => true): Promise<Response> {
  for (;;) {
    const answer = await fetch(address);
    const works = (answer.status === 202 || answer.status === 503) && answer.headers.has("Retry-After");
    if (!works || !wanted()) return answer;
    await new Promise((go) => { setTimeout(go, BETWEEN); });
  }
}
