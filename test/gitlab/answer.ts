import { STATUS_CODES } from 'node:http';

export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string | Buffer;
}

/** Thrown by whatever finds out that a question cannot be answered. */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly answer: Answer;

	constructor(answer: Answer) {
		super(`${String(answer.status)} ${String(answer.body)}`);
		this.answer = answer;
	}
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(value),
	};
}

export function plainText(
	text: string,
	status = 200,
	headers: Record<string, string> = {},
): Answer {
	return { status, headers: { 'content-type': 'text/plain', ...headers }, body: text };
}

export function html(title: string, status: number): Answer {
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
	};
}

/** `404 Project Not Found`, or without a subject `404 Not Found`. The same for hidden things. */
export function notFound(subject?: string): Refusal {
	return withMessage(404, ['404', subject, 'Not Found'].filter(Boolean).join(' '));
}

export function forbidden(): Refusal {
	return withMessage(403, '403 Forbidden');
}

export function unauthorized(): Refusal {
	return withMessage(401, '401 Unauthorized');
}

/** A failure in the words of GitLab's own code. */
export function withMessage(status: number, message: string): Refusal {
	return new Refusal(json({ message }, status));
}

/** A failure in the words of the framework below: wrong parameters, unknown routes. */
export function withError(status: number, error: string): Refusal {
	return new Refusal(json({ error }, status));
}

/** What GitLab, or the machines before it, say with a status when nothing better is known. */
export function plainFailure(status: number): Answer {
	const words = `${String(status)} ${STATUS_CODES[status] ?? 'Unknown'}`;
	if (status === 429) return plainText('Retry later\n', 429);
	if (status === 502 || status === 504) return html(words, status);
	return json({ message: words }, status);
}
