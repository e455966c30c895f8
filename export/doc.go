// Package export writes documents, annotations and objects as files: the JSON
// of the wire format and CSV. It also turns byte offsets into other units.
package export
