// The short address of `npm start`: whatever is asked for there, the answer is the long address of the workbench.
import { createServer } from 'node:http';

/** Listens on the first free one of `ports` (0: any) of this machine. Resolves to `{address, close}`; rejects when none is free. */
export async function openDoor(target, ports) {
  const server = createServer((_request, response) => response.writeHead(302, { location: target }).end());
  for (const [index, port] of ports.entries()) {
    try {
      await listen(server, port);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || index === ports.length - 1) throw error;
    }
  }
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => closed(server) };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function closed(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
