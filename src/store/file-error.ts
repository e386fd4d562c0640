/** What the file system calls an error: `ENOENT`. Empty for every other error. */
export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}
