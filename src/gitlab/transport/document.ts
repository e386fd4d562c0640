import { STATUS_CODES } from 'node:http';
import { cutOff, readBytes } from './body.ts';
import type { Call, OnAttempt } from './call.ts';
import { isWebPage, toText } from './content.ts';
import { close, exchange } from './exchange.ts';
import { Failed, failureOf } from './failure.ts';
import { persist, type Shared } from './persist.ts';
import { findAskedWait, retriedStatuses } from './retry.ts';

/**
 * A text file at an address of its own, with the care of a requester, and never with a token.
 *
 * @throws {GitLabError}
 */
export async function pullDocument(
	address: string,
	shared: Shared,
	onAttempt: OnAttempt,
): Promise<string> {
	const call: Call = {
		method: 'GET',
		url: new URL(address),
		path: address,
		expected: 'text',
		authorization: null,
		body: null,
		setting: 'TEAM_YML_URL',
		onAttempt,
	};
	const { answer, free } = await persist(call, shared, () => readDocument(call, shared));
	free();
	return answer;
}

async function readDocument(call: Call, { pace, clean, settings }: Shared): Promise<string> {
	const open = await exchange(call, pace, settings.attemptTimeoutMs);
	const { response, limits } = open;
	try {
		if (response.status !== 200) throw refusal(response);
		if (isWebPage(response)) throw notADocument(response);
		const bytes = await readBytes(response, limits, settings);
		if (bytes.length === 0) throw cutOff(response, 'is empty');
		return clean.text(toText(bytes));
	} finally {
		close(open);
	}
}

function refusal(response: Response): Failed {
	const { status, headers } = response;
	const words = STATUS_CODES[status] ?? 'no reason given';
	return new Failed(
		failureOf({
			kind: 'status',
			status,
			happened: `answered ${String(status)}`,
			reason: status === 404 ? `${words}; check TEAM_YML_URL` : words,
			retry: retriedStatuses.has(status),
			askedWaitMs: findAskedWait(headers, Date.now()),
		}),
	);
}

function notADocument({ status }: Response): Failed {
	return new Failed(
		failureOf({
			kind: 'status',
			status,
			happened: `answered ${String(status)}`,
			reason: 'a web page instead of a file; check TEAM_YML_URL',
			retry: true,
		}),
	);
}
