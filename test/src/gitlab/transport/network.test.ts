import { describe, expect, test } from 'vitest';
import { describeNetworkError } from '#gitlab/transport/network.ts';

function thrownByFetch(code: string): TypeError {
	return new TypeError('fetch failed', { cause: Object.assign(new Error('why'), { code }) });
}

describe('what fetch throws is put in words', () => {
	test.each([
		{ code: 'ENOTFOUND', words: "the name git.example can't be found; check GITLAB_URL" },
		{ code: 'EAI_AGAIN', words: "couldn't be looked up" },
		{ code: 'ECONNREFUSED', words: 'nothing accepts connections at git.example' },
		{ code: 'ECONNRESET', words: 'closed the connection' },
		{ code: 'ENEWCODE', words: 'why' },
	])('$code: $words', ({ code, words }) => {
		const failure = describeNetworkError(thrownByFetch(code), 'git.example');
		expect(failure.reason).toContain(words);
		expect(failure.reason).toContain(`(${code})`);
		expect(failure.retry).toBe(true);
	});

	test.each([
		{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', why: 'self-signed' },
		{ code: 'SELF_SIGNED_CERT_IN_CHAIN', why: 'an own authority' },
		{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', why: 'an unknown authority' },
	])('a certificate that is $why is not tried again', ({ code }) => {
		const failure = describeNetworkError(thrownByFetch(code), 'git.example');
		expect(failure.reason).toContain('NODE_EXTRA_CA_CERTS');
		expect(failure.retry).toBe(false);
	});

	test.each([
		{ code: 'CERT_HAS_EXPIRED', words: 'has expired; check the clock' },
		{ code: 'CERT_NOT_YET_VALID', words: "isn't valid yet; check the clock" },
		{ code: 'ERR_TLS_CERT_ALTNAME_INVALID', words: 'is for another name; check GITLAB_URL' },
	])('one that no authority mends says what is wrong with it: $code', ({ code, words }) => {
		const failure = describeNetworkError(thrownByFetch(code), 'git.example');
		expect(failure.reason).toContain(`the certificate of git.example ${words}`);
		expect(failure.reason).not.toContain('NODE_EXTRA_CA_CERTS');
		expect(failure.retry).toBe(false);
	});

	test('a proxy that refuses is named, with what it says', () => {
		const { reason } = describeNetworkError(thrownByFetch('UND_ERR_ABORTED'), 'git.example');
		expect(reason).toContain("the proxy didn't connect us to git.example: why; check HTTPS_PROXY");
	});

	test('its own message is not used: it can quote a header', () => {
		const failure = describeNetworkError(new TypeError('Bearer secret'), 'git.example');
		expect(failure.reason).not.toContain('secret');
	});
});
