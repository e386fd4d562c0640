import type { IncomingMessage } from 'node:http';

/** More than any question to GitLab needs. */
const mostBytes = 1024 * 1024;

/** The body of a request. Undefined: it is too large, and what is beyond the limit was thrown away. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.byteLength;
		if (bytes <= mostBytes) chunks.push(chunk);
	}
	return bytes > mostBytes ? undefined : Buffer.concat(chunks);
}
