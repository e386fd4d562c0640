import { type Failure, failureOf } from './failure.ts';

const certificateCode = /CERT|CRL|^UNABLE_TO_/;

/** Words for the codes that people meet; `HOST` and `GITLAB_URL` are replaced. */
const words = new Map([
	['ENOTFOUND', 'the name HOST is not known; check GITLAB_URL and the network'],
	['EAI_AGAIN', 'the name HOST could not be looked up; check the network'],
	['ECONNREFUSED', 'nothing accepts connections at HOST; check GITLAB_URL and the proxy'],
	['ECONNRESET', 'HOST closed the connection without an answer'],
	['UND_ERR_SOCKET', 'HOST closed the connection without an answer'],
	['EPIPE', 'HOST closed the connection without an answer'],
	['ETIMEDOUT', 'HOST cannot be reached in time; check the network and the proxy'],
	['UND_ERR_CONNECT_TIMEOUT', 'HOST cannot be reached in time; check the network and the proxy'],
	['EHOSTUNREACH', 'there is no way to HOST; check the network and the proxy'],
	['ENETUNREACH', 'there is no way to HOST; check the network and the proxy'],
	['ERR_SSL_WRONG_VERSION_NUMBER', 'HOST does not speak https at this port; check GITLAB_URL'],
]);

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
	if (certificateCode.test(code)) {
		return failureOf({
			kind: 'network',
			happened: 'got no answer',
			reason:
				`the certificate of ${host} is not trusted (${code}); if it is from your own certificate ` +
				'authority, set NODE_EXTRA_CA_CERTS to the file with the certificate of that authority',
		});
	}
	const known = words.get(code)?.replace('HOST', host).replace('GITLAB_URL', setting);
	return failureOf({
		kind: 'network',
		happened: 'got no answer',
		reason: code ? `${known ?? message} (${code})` : message,
		// GitLab may be asked a hundred things, and a name server fails for a moment. Beside it, one
		// file of a host that nobody knows is not worth the wait.
		retry: code !== 'ENOTFOUND' || setting === 'GITLAB_URL',
	});
}

/**
 * The first error with a code below what `fetch` threw, else the last.
 *
 * The message of what it threw is never used: for a malformed header it quotes the header.
 */
function causeOf(error: unknown): { code: string; message: string } {
	let cause = error instanceof Error ? error.cause : undefined;
	let message = 'the request could not be sent';
	while (cause instanceof Error) {
		message = cause.message;
		if ('code' in cause && typeof cause.code === 'string') return { code: cause.code, message };
		cause = cause.cause;
	}
	return { code: '', message };
}
