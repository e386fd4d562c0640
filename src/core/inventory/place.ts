/** `content/registry/projects.yaml:14`. What is about a whole file is told at its first line. */
export function describePlace({ file, line }: { file: string; line: number | null }): string {
	return `${file}:${String(line ?? 1)}`;
}
