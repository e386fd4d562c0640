import type { FormattedResponse } from '@gitbeaker/requester-utils';
import { cutOff, readBytes } from './body.ts';
import type { Call, ExpectedBody } from './call.ts';
import type { Cleaner } from './clean.ts';
import { isWebPage, mediaType, parseJson, toText } from './content.ts';
import type { OpenAnswer } from './send.ts';
import { failedAnswer } from './failure.ts';
import { describeForeign, findRefusal, notGitLab, refusalOf } from './refusal.ts';
import type { Settings } from './settings.ts';

interface Reading {
	readonly clean: Cleaner;
	readonly settings: Pick<Settings, 'clock' | 'maxBytes'>;
}

/**
 * Reads an answer to its end and checks that it is whole, and GitLab's.
 *
 * @throws {Failed} when it is not, or says no.
 */
export async function readAnswer(
	open: OpenAnswer,
	call: Call,
	{ clean, settings }: Reading,
): Promise<FormattedResponse> {
	await checkStatus(open, call, { clean, settings });
	const { response, limits } = open;
	const bytes = await readBytes(response, limits, settings);
	const { status } = response;
	const headers = Object.fromEntries(response.headers);
	if (status === 204 && call.method !== 'GET') return { body: null, headers, status };
	checkSize(response, bytes, call.expected);
	switch (call.expected) {
		case 'json': {
			const body = readJson(response, bytes, call.url, clean);
			return { body, headers: { ...headers, link: linkTo(body, response, call.url) }, status };
		}
		case 'text':
		case 'document':
			return { body: clean.text(toText(bytes)), headers, status };
		case 'archive':
			return { body: new Blob([bytes]), headers, status };
	}
}

/**
 * Checks what can be told before the body: that GitLab says yes, with the type of body it sends there.
 *
 * @throws {Failed} when it does not. The body of a no is read for its reason.
 */
export async function checkStatus(
	{ response, limits }: OpenAnswer,
	call: Call,
	{ clean, settings }: Reading,
): Promise<void> {
	const isYes = call.expected === 'document' ? response.status === 200 : response.ok;
	if (!isYes) {
		const bytes = await readBytes(response, limits, settings);
		throw refusalOf(response, bytes, call, { clean, clock: settings.clock });
	}
	const isJson = /^application\/(.+\+)?json$/.test(mediaType(response));
	const isPage = isWebPage(response);
	const fits = { json: isJson, text: !isPage, archive: !isPage && !isJson, document: !isPage };
	if (fits[call.expected] || response.status === 204) return;
	if (call.expected === 'document') {
		const reason = `a web page instead of a file; check ${call.setting ?? ''}`;
		throw failedAnswer(response, { kind: 'status', reason, retry: true });
	}
	const wanted = { json: 'JSON', text: 'a file', archive: 'an archive' }[call.expected];
	const came = isPage
		? describeForeign(response, toText(await readBytes(response, limits, settings)), clean)
		: clean.line(mediaType(response)) || 'a body without a type';
	throw notGitLab(response, `${came} instead of ${wanted}`);
}

/** An empty body is whole only when it is a file's and GitLab says that the file is empty. */
function checkSize(response: Response, bytes: Buffer, expected: ExpectedBody): void {
	const fileSize = response.headers.get('x-gitlab-size');
	const told = fileSize ?? response.headers.get('content-length');
	if (bytes.length === 0 && !(expected === 'text' && told === '0')) {
		throw cutOff(response, 'is empty');
	}
	if (expected === 'text' && bytes.length < Number(fileSize)) {
		throw cutOff(response, `has ${String(bytes.length)} bytes of ${String(fileSize)}`);
	}
}

function readJson(response: Response, bytes: Buffer, url: URL, clean: Cleaner) {
	const value = parseJson(bytes, clean);
	if (value === undefined) throw cutOff(response, "isn't readable JSON");
	if (!isObjectOrList(value)) {
		throw notGitLab(response, 'neither an object nor a list');
	}
	const said = findRefusal(value, clean);
	if (said !== undefined) {
		throw failedAnswer(response, { kind: 'status', reason: said, quoted: true, retry: true });
	}
	// The first page of a list is for the schemas to check. Further ones gitbeaker adds to it unseen.
	if (pageOf(url) !== '' && !Array.isArray(value)) {
		throw notGitLab(response, 'an object instead of a list');
	}
	return value;
}

/** Which page of a list is asked for. `''`: the first. */
function pageOf(url: URL | null): string {
	const names = ['page', 'page_token', 'cursor', 'id_after', 'id_before'];
	return names.map((name) => url?.searchParams.get(name) ?? '').join('');
}

/** What is in it is for the schemas to check. */
function isObjectOrList(
	value: unknown,
): value is Record<string, unknown> | Record<string, unknown>[] {
	return typeof value === 'object' && value !== null;
}

/** As RFC 8288 allows it: perhaps without quotes or spaces, and behind other parameters. */
const nextLink = /<([^<>]*)>[^<]*?;\s*rel\s*=\s*"?(?:[^"<;,]*\s)?next(?=["\s;,]|$)/i;

/** Some instances, or proxies before them, tell the page alone, or have a `link` of their own. */
function findNext(headers: Headers, url: URL): string | undefined {
	const [, told] = nextLink.exec(headers.get('link') ?? '') ?? [];
	const page = headers.get('x-next-page') ?? '';
	if (told !== undefined || !/^\d+$/.test(page)) return told;
	const next = new URL(url);
	next.searchParams.set('page', page);
	return next.href;
}

/** GitLab gives no page beyond its 50,000th row. */
const maxPage = 500;

/**
 * The page that follows, for gitbeaker, which knows `link` alone, in the one form that GitLab writes.
 *
 * Nothing follows an empty page, whatever it says: a proxy that drops parameters, or writes `link`
 * itself, would be asked for more until the deadline.
 *
 * @throws {Failed} when the list goes on with the same page or an earlier one, or beyond what GitLab gives.
 */
function linkTo(body: object, response: Response, url: URL): string {
	const next = findNext(response.headers, url);
	if (next === undefined || !Array.isArray(body) || body.length === 0) return '';
	const [now, then] = [url, URL.parse(next, url)].map((one) => one?.searchParams.get('page') ?? '');
	const isSame = pageOf(URL.parse(next, url)) === pageOf(url);
	const isBack = then !== '' && Number(then) <= Math.max(1, Number(now));
	if (isSame || isBack || Number(now) >= maxPage) {
		throw notGitLab(response, 'a list without an end', false);
	}
	return `<${next}>; rel="next"`;
}
