//! A bare GTK window with a web view that shows a trivial page: what every app of this kind pays.

#[cfg(target_os = "linux")]
fn main() {
    use gtk::prelude::*;
    use webkit2gtk::{LoadEvent, WebView, WebViewExt};

    gtk::init().expect("a display");
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("bare");
    window.set_default_size(760, 760);
    let page = WebView::new();
    page.load_html("<!doctype html><title>bare</title><p>A trivial page.", None);
    window.add(&page);
    window.connect_delete_event(|_, _| {
        gtk::main_quit();
        gtk::glib::Propagation::Proceed
    });
    page.connect_load_changed(move |_, event| {
        if event == LoadEvent::Finished {
            window.show_all();
        }
    });
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
