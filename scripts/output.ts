import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

const streams = [process.stdout, process.stderr] as const;
type Output = (typeof streams)[number];

/** The first failure of each: those that follow only say that it has failed before. */
const failures = new Map<Output, Error>();

/** Pipes and terminals take what they can and go on in the background. Node writes to files at once. */
const goesOnAlone = process.stdout instanceof Socket;

/** From here on a failure of the output ends nothing halfway: `finishOutput` says it at the end. */
export function watchOutput(): void {
	for (const stream of streams) {
		stream.on('error', (error: Error) => {
			note(stream, error);
		});
	}
}

/** Writes lines to the standard output, whole or with a failure. */
export function print(text: string): void {
	const line = `${text}\n`;
	if (goesOnAlone) process.stdout.write(line);
	else writeWhole(line);
}

/** Node itself takes no notice when a full disk has taken only a part. */
function writeWhole(text: string): void {
	const bytes = Buffer.from(text);
	try {
		for (let at = 0; at < bytes.length;) at += writeSync(process.stdout.fd, bytes, at);
	} catch (error) {
		if (error instanceof Error) note(process.stdout, error);
	}
}

/**
 * Waits until all that was printed has arrived, however slow the reader is.
 *
 * @returns what has failed. A reader that has closed its end has read enough: that is no failure.
 */
export async function finishOutput(): Promise<Error | undefined> {
	await Promise.all(streams.map(drain));
	return [...failures.values()].find((error) => !('code' in error) || error.code !== 'EPIPE');
}

function drain(stream: Output): Promise<void> {
	return new Promise((resolve) => {
		stream.write('', (error) => {
			if (error) note(stream, error);
			resolve();
		});
	});
}

function note(stream: Output, error: Error): void {
	if (failures.has(stream)) return;
	const path = stream === process.stdout ? 'the standard output' : 'the standard error';
	failures.set(stream, Object.assign(error, { path }));
}
