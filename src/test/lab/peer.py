"""The two ends of a conversation.

serve PORT         answers a line with itself; `stream N` with N more lines before, 50 ms apart; `abort` with a reset
talk ADDRESS PORT  sends stdin line by line, each when the one before has come back, and closes
echo PORT          answers a UDP datagram with itself
ask ADDRESS PORT N sends N UDP datagrams, each when the one before was answered or 300 ms have passed
"""

import signal
import socket
import struct
import sys
import threading
import time


def serve(port):
    with socket.create_server(
        ("", port), family=socket.AF_INET6, dualstack_ipv6=True
    ) as server:
        while True:
            connection, _ = server.accept()
            threading.Thread(target=answer_all, args=[connection], daemon=True).start()


def answer_all(connection):
    with connection, connection.makefile("rb") as lines:
        try:
            for line in lines:
                answer(connection, line)
        except OSError:
            pass  # the client is gone, or a reset reached us


def answer(connection, line):
    word, _, count = line.decode().strip().partition(" ")
    if word == "stream":
        for number in range(int(count)):
            connection.sendall(b"line %d\n" % number)
            time.sleep(0.05)
    if word == "abort":
        # A linger time of 0 makes the kernel send RST where a close would send FIN.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise ConnectionAbortedError
    connection.sendall(line)


def talk(address, port):
    with socket.create_connection((address, port), timeout=10) as connection:
        answers = connection.makefile("r")
        for line in sys.stdin:
            connection.sendall(line.encode())
            while answers.readline() not in (line, ""):
                pass


def echo(port):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("", port))
        while True:
            datagram, client = server.recvfrom(2048)
            server.sendto(datagram, client)


def ask(address, port, times):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.connect((address, port))
        client.settimeout(0.3)
        for number in range(times):
            try:
                client.send(b"question %d" % number)
                client.recv(2048)
            except OSError:
                pass  # no answer, or port unreachable


if __name__ == "__main__":
    # Asked to go, go quietly: a shell reports a death by signal, Python a Ctrl-C.
    for end in signal.SIGTERM, signal.SIGINT:
        signal.signal(end, lambda *_: sys.exit())
    if sys.argv[1] == "serve":
        serve(int(sys.argv[2]))
    if sys.argv[1] == "echo":
        echo(int(sys.argv[2]))
    if sys.argv[1] == "ask":
        sys.exit(ask(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
    try:
        talk(sys.argv[2], int(sys.argv[3]))
    except OSError:
        sys.exit(1)  # refused, reset, unanswered: the scene knows which
