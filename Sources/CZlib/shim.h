// zlib for Swift: its macros that wrap a function aren't imported, so they are functions here.
#pragma once
#include <zlib.h>

// Starts reading a stream; the window bits say what stands around it, as zlib's manual has it for inflateInit2.
static inline int czlib_inflate(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }

// CRC-32 as gzip and zip have it.
static inline unsigned long czlib_crc32(unsigned long crc, const unsigned char *bytes, unsigned int count) {
  return crc32(crc, bytes, count);
}

// Starts writing one gzip member at level 6; 8 is zlib's default memory level.
static inline int czlib_deflate_gzip(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
