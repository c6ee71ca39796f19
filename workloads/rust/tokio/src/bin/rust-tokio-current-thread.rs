//! tokio's runtime of one thread: the event loop.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    rust_tokio::run().await;
}
