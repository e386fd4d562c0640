import { type Failure, failureOf } from './failure.ts';

const certificateCode = /CERT|CRL|^UNABLE_TO_/;

/** Words for the codes that people meet; `HOST`, `WHY` and `GITLAB_URL` are replaced. */
const words = new Map([
	['ENOTFOUND', "the name HOST can't be found; check GITLAB_URL and the network"],
	['EAI_AGAIN', "the name HOST couldn't be looked up; check the network"],
	['ECONNREFUSED', 'nothing accepts connections at HOST; check GITLAB_URL and the proxy'],
	['ECONNRESET', 'HOST closed the connection without an answer'],
	['UND_ERR_SOCKET', 'HOST closed the connection without an answer'],
	['EPIPE', 'HOST closed the connection without an answer'],
	['ETIMEDOUT', "HOST can't be reached in time; check the network and the proxy"],
	['UND_ERR_CONNECT_TIMEOUT', "HOST can't be reached in time; check the network and the proxy"],
	['EHOSTUNREACH', 'there is no way to HOST; check the network and the proxy'],
	['ENETUNREACH', 'there is no way to HOST; check the network and the proxy'],
	['CERT_HAS_EXPIRED', 'the certificate of HOST has expired; check the clock of this machine'],
	[
		'CERT_NOT_YET_VALID',
		"the certificate of HOST isn't valid yet; check the clock of this machine",
	],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate of HOST is for another name; check GITLAB_URL'],
	['UND_ERR_ABORTED', "the proxy didn't connect us to HOST: WHY; check HTTPS_PROXY and NO_PROXY"],
	['ERR_SSL_WRONG_VERSION_NUMBER', "HOST doesn't speak https at this port; check GITLAB_URL"],
]);

const untrusted =
	"the certificate of HOST isn't trusted; if it is from your own certificate authority, " +
	'set NODE_EXTRA_CA_CERTS to the file with the certificate of that authority';

/**
 * A request that got no answer at all, from what `fetch` threw.
 *
 * @param setting The variable that holds the address.
 */
export function describeNetworkError(
	error: unknown,
	host: string,
	setting = 'GITLAB_URL',
): Failure {
	const { code, message } = causeOf(error);
	const isCertificate = certificateCode.test(code);
	const known = (words.get(code) ?? (isCertificate ? untrusted : undefined))
		?.replace('HOST', host)
		.replace('WHY', () => message)
		.replace('GITLAB_URL', setting);
	return failureOf({
		kind: 'network',
		happened: 'got no answer',
		reason: code ? `${known ?? message} (${code})` : message,
		// GitLab may be asked a hundred things, and a name server fails for a moment. Beside it, one
		// file of a host that nobody knows is not worth the wait.
		retry: !isCertificate && (code !== 'ENOTFOUND' || setting === 'GITLAB_URL'),
	});
}

/**
 * The first error with a code below what `fetch` threw, else the last.
 *
 * The message of what it threw is never used: for a malformed header it quotes the header.
 */
export function causeOf(error: unknown): { code: string; message: string } {
	let cause = error instanceof Error ? error.cause : undefined;
	let message = "the request couldn't be sent";
	while (cause instanceof Error) {
		message = cause.message;
		if ('code' in cause && typeof cause.code === 'string') return { code: cause.code, message };
		cause = cause.cause;
	}
	return { code: '', message };
}
