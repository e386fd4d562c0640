/** A connection to a browser that speaks WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/ */
export interface Connection {
	/** @throws with what the browser says is wrong. */
	send: (method: string, parameters: object) => Promise<unknown>;
	on: (event: string, heard: (parameters: unknown) => void) => void;
	close: () => Promise<void>;
}

interface Message {
	id?: number;
	result?: unknown;
	error?: string;
	message?: string;
	method?: string;
	params?: unknown;
}

export async function connect(address: string): Promise<Connection> {
	const socket = new WebSocket(address);
	const waiting = new Map<number, PromiseWithResolvers<unknown>>();
	const listeners = new Map<string, (parameters: unknown) => void>();
	let last = 0;
	socket.addEventListener('message', ({ data }) => {
		const { id, result, error, message, method, params } = JSON.parse(String(data)) as Message;
		if (method !== undefined) listeners.get(method)?.(params);
		const asked = waiting.get(id ?? -1);
		if (!asked) return;
		waiting.delete(id ?? -1);
		if (error === undefined) asked.resolve(result);
		else asked.reject(new Error(`${error}: ${String(message)}`));
	});
	const closed = new Promise<void>((resolve) => {
		socket.addEventListener('close', () => {
			for (const { reject } of waiting.values()) reject(new Error('The browser has gone.'));
			resolve();
		});
	});
	await new Promise((resolve, reject) => {
		socket.addEventListener('open', resolve, { once: true });
		socket.addEventListener('error', reject, { once: true });
	});
	return {
		send: (method, parameters) => {
			const id = ++last;
			const asked = Promise.withResolvers<unknown>();
			waiting.set(id, asked);
			socket.send(JSON.stringify({ id, method, params: parameters }));
			return asked.promise;
		},
		on: (event, heard) => listeners.set(event, heard),
		close: () => {
			socket.close();
			return closed;
		},
	};
}
