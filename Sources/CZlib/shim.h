// zlib for Swift: its macros that wrap a function aren't imported, so they are functions here.
#pragma once
#include <zlib.h>

// Starts reading one gzip member (window bits 15, and 16 for the gzip format).
static inline int czlib_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

// Starts writing one gzip member at level 6; 8 is zlib's default memory level.
static inline int czlib_deflate_gzip(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

// Starts reading a zlib stream (window bits 15) or a bare deflate stream (negative window bits).
static inline int czlib_inflate_zlib(z_stream *stream) { return inflateInit2(stream, 15); }
static inline int czlib_inflate_raw(z_stream *stream) { return inflateInit2(stream, -15); }
