#pragma once
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call.

static inline CURLcode backgrounder_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode backgrounder_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode backgrounder_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode backgrounder_set_data_function(
    CURL *handle, CURLoption option,
    size_t (*function)(char *data, size_t size, size_t count, void *context)) {
  return curl_easy_setopt(handle, option, function);
}

static inline CURLcode backgrounder_set_socket_function(
    CURL *handle,
    curl_socket_t (*function)(void *context, curlsocktype purpose, struct curl_sockaddr *address)) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode backgrounder_set_progress_function(
    CURL *handle, int (*function)(void *context, curl_off_t toReceive, curl_off_t received,
                                  curl_off_t toSend, curl_off_t sent)) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

static inline CURLcode backgrounder_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

// The bytes of an IP address in network order: how many there are (4 or 16), or 0 for another family.
// libcurl keeps an IPv6 address in a member that is declared too small for it, which Swift cannot read.
static inline int backgrounder_address_bytes(const struct curl_sockaddr *address, unsigned char bytes[16]) {
  if (address->family == AF_INET) {
    __builtin_memcpy(bytes, &((const struct sockaddr_in *)(const void *)&address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6) {
    __builtin_memcpy(bytes, &((const struct sockaddr_in6 *)(const void *)&address->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}
