import { STATUS_CODES } from 'node:http';
import type { Call } from './call.ts';
import type { Cleaner } from './clean.ts';
import { isWebPage, parseJson, toText } from './content.ts';
import { type Failure, failureOf } from './failure.ts';
import { findAskedWait, retriedStatuses } from './retry.ts';

/** An answer that says no, or that is not GitLab's at all. */
export function describeRefusal(
	response: Response,
	bytes: Buffer,
	call: Pick<Call, 'authorization'>,
	clean: Cleaner,
): Failure {
	const { status } = response;
	const json = parseJson(bytes, clean);
	const ownAnswer = isGitLabs(json);
	const askedWaitMs = findAskedWait(response.headers, Date.now());
	const asked = { askedWaitMs, limitsAll: askedWaitMs !== null && !hasBudget(response.headers) };
	if (!ownAnswer) {
		const came = describeForeign(response, toText(bytes), clean);
		if (status === 404) return notGitLab(response, came);
		return { ...refusal(response, came), ...asked };
	}
	const lacksScope = status === 403 && json.error === 'insufficient_scope';
	return {
		...refusal(response, clean.line(reasonOf(json)) || statusWords(status)),
		...asked,
		quoted: true,
		ownAnswer,
		tokenRejected: call.authorization !== null && (status === 401 || lacksScope),
	};
}

/** Something answers, but GitLab's API does not answer so. `came` says what came. */
export function notGitLab(response: Response, came: string): Failure {
	return {
		...refusal(
			response,
			`${came}: the address answers, but not as GitLab's API does; check GITLAB_URL`,
		),
		kind: 'not-gitlab',
	};
}

/** An endpoint's own limit is used up while there is room for other requests. */
function hasBudget(headers: Headers): boolean {
	return Number(headers.get('ratelimit-remaining')) > 0;
}

function refusal(response: Response, reason: string): Failure {
	return failureOf({
		kind: 'status',
		status: response.status,
		requestId: response.headers.get('x-request-id'),
		happened: `answered ${String(response.status)}`,
		reason,
		retry: retriedStatuses.has(response.status),
	});
}

function isGitLabs(json: unknown): json is Record<string, unknown> {
	return (
		typeof json === 'object' &&
		json !== null &&
		!Array.isArray(json) &&
		('message' in json || 'error' in json)
	);
}

/** GitLab puts its reason in one of three fields, as a text, a list, or texts by field. */
function reasonOf(json: Record<string, unknown>): string {
	return inWords(json.error_description ?? json.error ?? json.message);
}

function inWords(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(', ');
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'object' || value === null) return '';
	return Object.entries(value)
		.map(([field, words]) => (field === 'error' ? inWords(words) : `${field}: ${inWords(words)}`))
		.join('; ');
}

/** What a proxy, a content network or another server has sent. */
function describeForeign(response: Response, text: string, clean: Cleaner): string {
	if (isWebPage(response)) {
		const title = /<title[^<>]*>([^<]*)/i.exec(text)?.[1];
		return title ? `a web page titled "${clean.line(title)}"` : 'a web page';
	}
	const line = clean.line(text);
	return line ? `"${line}"` : statusWords(response.status);
}

function statusWords(status: number): string {
	return STATUS_CODES[status] ?? 'no reason given';
}
