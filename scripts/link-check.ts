import pLimit from 'p-limit';

/** What a stranger gets at an address. */
export type Found =
	| { state: 'fine' }
	| { state: 'moved'; to: string }
	| { state: 'sign-in'; why: string }
	| { state: 'gone'; why: string }
	/** It could not be told: the server or the network failed. */
	| { state: 'unknown'; why: string };

export interface CheckOptions {
	/** For each request. */
	timeoutMs: number;
	/** Requests at a time. */
	concurrency: number;
}

const mostRedirects = 10;
const redirects = [301, 302, 303, 307, 308];
const gone = [404, 410];
/** Some servers give these answers to HEAD, but not to GET. */
const worthGetting = [...gone, 405, 501];
/** Where servers send strangers. */
const signIn = /\b(sign|log)[-_]?in\b|\boauth2?\b|\bsso\b/i;

/**
 * Asks for each address once, as a stranger: without a token, cookies or a name.
 *
 * @returns what was found by address.
 */
export async function checkLinks(
	addresses: readonly string[],
	{ timeoutMs, concurrency }: CheckOptions,
): Promise<Map<string, Found>> {
	const limit = pLimit(concurrency);
	const asked = new Map<string, Promise<Found>>();
	const found = addresses.map(async (address) => {
		const page = address.replace(/#.*$/, '');
		const answer = asked.get(page) ?? limit(() => checkPage(page, timeoutMs));
		asked.set(page, answer);
		return [address, withPart(address, await answer)] as const;
	});
	return new Map(await Promise.all(found));
}

/** Browsers keep the part of a page when they are sent on, unless the new address has one. */
function withPart(address: string, found: Found): Found {
	const part = new URL(address).hash;
	if (found.state !== 'moved' || found.to.includes('#')) return found;
	return { ...found, to: found.to + part };
}

async function checkPage(address: string, timeoutMs: number): Promise<Found> {
	try {
		return await follow(address, timeoutMs);
	} catch (error) {
		return { state: 'unknown', why: reasonOf(error) };
	}
}

async function follow(address: string, timeoutMs: number): Promise<Found> {
	let place = new URL(address);
	for (let hops = 0; hops <= mostRedirects; hops++) {
		const { status, location } = await ask(place, timeoutMs);
		if (!redirects.includes(status) || location === null) {
			return judge(status, place.href === new URL(address).href ? undefined : place.href);
		}
		place = new URL(location, place);
		if (!/^https?:$/.test(place.protocol)) {
			return { state: 'unknown', why: `it leads to ${place.protocol}` };
		}
		if (signIn.test(place.hostname + place.pathname)) {
			return { state: 'sign-in', why: `it leads to ${place.hostname}${place.pathname}` };
		}
	}
	return { state: 'unknown', why: `more than ${String(mostRedirects)} redirects` };
}

async function ask(place: URL, timeoutMs: number) {
	const answer = await request('HEAD', place, timeoutMs);
	return worthGetting.includes(answer.status) ? request('GET', place, timeoutMs) : answer;
}

async function request(method: 'HEAD' | 'GET', place: URL, timeoutMs: number) {
	const answer = await fetch(place, {
		method,
		redirect: 'manual',
		credentials: 'omit',
		headers: { 'user-agent': 'handbook-links' },
		signal: AbortSignal.timeout(timeoutMs),
	});
	await answer.body?.cancel();
	return { status: answer.status, location: answer.headers.get('location') };
}

/** @param movedTo Where redirects have led. */
function judge(status: number, movedTo: string | undefined): Found {
	const why = `HTTP ${String(status)}`;
	if (status === 401 || status === 403) return { state: 'sign-in', why };
	if (gone.includes(status)) return { state: 'gone', why };
	if (status < 200 || status > 299) return { state: 'unknown', why };
	return movedTo === undefined ? { state: 'fine' } : { state: 'moved', to: movedTo };
}

/** `fetch failed` says nothing: its cause does. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'TimeoutError') return 'no answer in time';
	const { cause } = error;
	if (!(cause instanceof Error)) return error.message;
	return 'code' in cause && cause.message === '' ? String(cause.code) : cause.message;
}
