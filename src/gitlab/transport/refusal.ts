import { STATUS_CODES } from 'node:http';
import type { Call } from './call.ts';
import type { Cleaner } from './clean.ts';
import type { Clock } from './clock.ts';
import { isWebPage, parseJson, toText } from './content.ts';
import { type Failed, failedAnswer, type Failure } from './failure.ts';
import { findAskedWait, retriedStatuses } from './waits.ts';

/** An answer that says no, or that is not GitLab's at all. */
export function refusalOf(
	response: Response,
	bytes: Buffer,
	call: Pick<Call, 'authorization' | 'expected' | 'setting'>,
	{ clean, clock }: { readonly clean: Cleaner; readonly clock: Clock },
): Failed {
	const { status, headers } = response;
	const askedWaitMs = findAskedWait(headers, clock.now());
	const asked = {
		kind: 'status' as const,
		retry: retriedStatuses.has(status),
		askedWaitMs,
		limits: askedWaitMs === null ? 'endpoint' : findLimited(headers),
	};
	if (call.expected === 'document') {
		const reason = `${statusWords(status)}${status === 404 ? `; check ${call.setting ?? ''}` : ''}`;
		return failedAnswer(response, { ...asked, reason });
	}
	const json = parseJson(bytes, clean);
	if (!isGitLabs(json)) {
		const came = describeForeign(response, toText(bytes), clean);
		if (status === 404) return notGitLab(response, came, false);
		return failedAnswer(response, { ...asked, reason: came });
	}
	const lacksScope = status === 403 && json.error === 'insufficient_scope';
	const said = clean.line(reasonOf(json)) || statusWords(status);
	const needsSignIn = status === 401 && call.authorization === null;
	return failedAnswer(response, {
		...asked,
		reason: needsSignIn ? `"${said}", so only people who are signed in see it` : said,
		quoted: !needsSignIn,
		ownAnswer: true,
		tokenRejected: call.authorization !== null && (status === 401 || lacksScope),
	});
}

/** Something answers, but GitLab's API does not answer so. `came` says what came. */
export function notGitLab(response: Response, came: string, retry = true): Failed {
	const reason = `${came}: the address answers, but not as GitLab's API does; check GITLAB_URL`;
	return failedAnswer(response, { kind: 'not-gitlab', reason, retry });
}

/** An endpoint's own limit may be used up while there is room for other requests. */
function findLimited(headers: Headers): Failure['limits'] {
	if (Number(headers.get('ratelimit-remaining')) > 0) return 'endpoint';
	return headers.has('ratelimit-name') ? 'budget' : 'all';
}

function isGitLabs(json: unknown): json is Record<string, unknown> {
	return (
		typeof json === 'object' &&
		json !== null &&
		!Array.isArray(json) &&
		('message' in json || 'error' in json)
	);
}

/** What is said instead of an answer, where nothing but a reason came. `undefined`: something else did. */
export function findRefusal(json: object, clean: Cleaner): string | undefined {
	const isNo = isGitLabs(json) && Object.keys(json).every((key) => reasons.has(key));
	return isNo ? clean.line(reasonOf(json)) || 'no reason given' : undefined;
}

const reasons = new Set(['message', 'error', 'error_description', 'status', 'code']);

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
export function describeForeign(response: Response, text: string, clean: Cleaner): string {
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
