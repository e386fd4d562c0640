/** What `pull` can be told, and with it the commands that pull. */
export const pullOptions = {
	only: { type: 'string', value: 'LIST', help: 'Pulls one list, such as issues.' },
	'dry-run': {
		type: 'boolean',
		default: false,
		help: 'Shows what would change, and writes nothing.',
	},
	strict: {
		type: 'boolean',
		default: false,
		help: 'Exits with 1 unless everything that can be pulled is fresh.',
	},
	'accept-shrunk': {
		type: 'boolean',
		default: false,
		help: 'Accepts a list that came back empty or with less than half of its rows.',
	},
	timeout: { type: 'string', value: 'SECONDS', help: 'For one request. Default: 15.' },
	deadline: { type: 'string', value: 'SECONDS', help: 'For all requests. Default: 300.' },
	concurrency: { type: 'string', value: 'COUNT', help: 'Requests at a time. Default: 8.' },
	trace: {
		type: 'string',
		value: 'FILE',
		help: 'Writes each request to FILE, as one line of JSON, without secrets.',
	},
	quiet: { type: 'boolean', default: false, help: 'Says only what could not be pulled, and why.' },
} as const;
