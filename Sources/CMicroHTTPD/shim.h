#pragma once
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

// Starts a daemon on a listening socket: an epoll loop in each of `threads` threads.
// `MHD_start_daemon` is variadic, which Swift cannot call.
static inline struct MHD_Daemon *bg_start_daemon(
    int listen_socket, unsigned int threads, size_t connection_memory, unsigned int connections,
    unsigned int timeout_seconds, void *(*uri)(void *, const char *, struct MHD_Connection *),
    MHD_AccessHandlerCallback handler, MHD_RequestCompletedCallback completed, void *context) {
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, handler, context,
      MHD_OPTION_LISTEN_SOCKET, listen_socket,
      MHD_OPTION_THREAD_POOL_SIZE, threads,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_memory,
      MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds,
      MHD_OPTION_STRICT_FOR_CLIENT, (int)1,
      MHD_OPTION_URI_LOG_CALLBACK, uri, context,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_END);
}

// Writes the address of a connection's client as text into `text` and returns 1; 0 when it is not known.
// `MHD_get_connection_info` is variadic, which Swift cannot call.
static inline int bg_client_address(struct MHD_Connection *connection, char *text, unsigned int size) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == 0 || info->client_addr == 0) return 0;
  const struct sockaddr *address = info->client_addr;
  const void *bytes = address->sa_family == AF_INET6
      ? (const void *)&((const struct sockaddr_in6 *)address)->sin6_addr
      : (const void *)&((const struct sockaddr_in *)address)->sin_addr;
  if (address->sa_family != AF_INET && address->sa_family != AF_INET6) return 0;
  return inet_ntop(address->sa_family, bytes, text, size) != 0;
}
