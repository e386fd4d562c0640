import type { ServerResponse } from 'node:http';
import { type Answer, json, plainFailure } from './answer.ts';

/**
 * What can go wrong on the way.
 *
 * - `reset`: the connection is cut before a byte.
 * - `cut`: half of the body, then the connection is cut.
 * - `short`: half of the body, and that is said to be all.
 * - `stall`: half of the body, then silence.
 * - `hang`: silence from the start.
 * - `empty`: 200 without a body.
 * - `html`: 200 with a login page.
 * - a status, with GitLab's usual words for it unless there is a body (an object is sent as JSON).
 * - `delayMs`: the true answer, late.
 */
export type Fault =
	| 'reset'
	| 'cut'
	| 'short'
	| 'stall'
	| 'hang'
	| 'empty'
	| 'html'
	| { status: number; body?: string | object; headers?: Record<string, string> }
	| { delayMs: number };

/** A regular expression, or a function of the path with its query, both decoded. */
export type FaultMatch = RegExp | ((path: string) => boolean);

export class Faults {
	#rules: { matches: (path: string) => boolean; fault: Fault; left: number }[] = [];

	add(match: FaultMatch, fault: Fault, times: number): void {
		const matches = match instanceof RegExp ? (path: string) => path.search(match) >= 0 : match;
		this.#rules.push({ matches, fault, left: times });
	}

	clear(): void {
		this.#rules = [];
	}

	/** The fault for this request, the oldest first. It is used up by being asked for. */
	take(path: string): Fault | undefined {
		const rule = this.#rules.find(({ matches, left }) => left > 0 && matches(path));
		if (rule === undefined) return undefined;
		rule.left -= 1;
		return rule.fault;
	}
}

/** The answer as the fault changes it. What breaks the connection changes nothing here. */
export function spoiled(answer: Answer, fault: Fault): Answer {
	if (fault === 'empty') return { ...json(null), body: '' };
	if (fault === 'short') return { ...answer, body: halfOf(answer.body) };
	if (fault === 'html') return loginPage;
	if (typeof fault === 'string' || 'delayMs' in fault) return answer;
	const usual = plainFailure(fault.status);
	const { body, headers } = fault;
	return {
		...(typeof body === 'object' ? json(body) : { ...usual, body: body ?? usual.body }),
		status: fault.status,
		headers: {
			...(typeof body === 'object' ? json(body) : usual).headers,
			...headers,
		},
	};
}

/** Sends what a broken connection lets through. False: nothing is broken, send the answer. */
export function sendBroken(response: ServerResponse, answer: Answer, fault: Fault): boolean {
	if (fault === 'hang') return true;
	if (fault === 'reset') {
		response.socket?.resetAndDestroy();
		return true;
	}
	if (fault !== 'cut' && fault !== 'stall') return false;
	response.writeHead(answer.status, {
		...answer.headers,
		'content-length': Buffer.byteLength(answer.body),
	});
	response.write(halfOf(answer.body), () => {
		if (fault === 'cut') response.socket?.destroy();
	});
	return true;
}

function halfOf(body: string | Buffer): Buffer {
	const bytes = Buffer.from(body);
	return bytes.subarray(0, Math.floor(bytes.length / 2));
}

const loginPage: Answer = {
	status: 200,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: '<!DOCTYPE html>\n<html lang="en"><head><title>Sign in</title></head><body><form action="/users/sign_in"></form></body></html>\n',
};
